import { lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { ErrorBoundary } from "../controls/ErrorBoundary.tsx";
import { firstPaint } from "./firstPaint.ts";

/**
 * A part of the page that is loaded after the first paint; until then, `place` stands where it will be. What is in it may have
 * tooltips. `name` is what a person would call it, should it fail.
 */
export function latePart<P extends object>(
  name: string,
  load: () => Promise<ComponentType<P>>,
  place: ReactNode = null,
): ComponentType<P> {
  const Part = lazy(async () => {
    await firstPaint;
    const [{ Hints }, Loaded] = await Promise.all([import("../controls/Hints.tsx"), load()]);
    return {
      default: (props: P) => (
        <Hints>
          <Loaded {...props} />
        </Hints>
      ),
    };
  });
  return function LatePart(props: P) {
    return (
      <ErrorBoundary part={name}>
        <Suspense fallback={place}>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}
