/** Seconds from the moment at which everything came up to the moment that is shown. */
export const ELAPSED_SECONDS = 42;

/** A ping of five packets starts each flow; the first is lost while IKE negotiates: `.!!!!`. */
export const SENT_PACKETS = 5;
export const LOST_PACKETS = 1;

/** Kilobytes that such a ping takes from an association's volume. */
export const SPENT_KILOBYTES = 1;
