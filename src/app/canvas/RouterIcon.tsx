/** A router as network drawings have shown it for decades: a disc with arrows in and out. Sized like the other icons. */
export function RouterIcon({
  size = 18,
  strokeWidth = 1.8,
}: {
  readonly size?: number | string;
  readonly strokeWidth?: number | string;
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 10.2V5.2M10 7.1 12 5.1l2 2" />
      <path d="M12 13.8v5M10 16.9l2 2 2-2" />
      <path d="M5 12h4.6M7.7 10.1 9.6 12l-1.9 1.9" />
      <path d="M19 12h-4.6M16.3 10.1 14.4 12l1.9 1.9" />
    </svg>
  );
}
