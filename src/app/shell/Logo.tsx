/** Two routers and the tunnel between them. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden>
      <path d="M9 11.5h14M9 20.5h14" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path
        d="M10 16h12"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray="3 4.5"
      />
      <ellipse cx="7" cy="16" rx="5" ry="6.5" fill="currentColor" />
      <ellipse cx="25" cy="16" rx="5" ry="6.5" fill="currentColor" />
      <circle cx="7" cy="16" r="2" fill="var(--accent)" />
      <circle cx="25" cy="16" r="2" fill="var(--accent)" />
    </svg>
  );
}
