/** A shop window with a rising line behind the glass. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#3b5bdb" />
      <path d="M7 13.2V24a1.5 1.5 0 0 0 1.5 1.5h15A1.5 1.5 0 0 0 25 24V13.2" fill="none" stroke="#fff" strokeWidth="2" />
      <path d="M8.2 6.5h15.6l2.7 5.2a2.9 2.9 0 0 1-5.2 1.6 3.3 3.3 0 0 1-5.3 0 3.3 3.3 0 0 1-5.3 0 2.9 2.9 0 0 1-5.2-1.6z" fill="#fff" />
      <path d="M11 21.6l3.4-3.2 2.6 2 4-4" fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
