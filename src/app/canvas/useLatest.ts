import { useEffect, useRef, type RefObject } from "react";

/** What a component was last drawn with, for a listener that stays while it is drawn again and again. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
