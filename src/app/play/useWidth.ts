import { useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Whether an element is at least so wide, in pixels. */
export function useIsWide<E extends HTMLElement>(least: number): readonly [RefObject<E | null>, boolean] {
  const element = useRef<E>(null);
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWide((entry?.contentRect.width ?? 0) >= least));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [least]);
  return [element, wide];
}
