/** The codes of a role's scope; a role without codes acts everywhere. */
export function ScopeCodes({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return <>tout le territoire</>;
  return (
    <>
      {codes.map((code, index) => (
        <span key={code}>
          {index > 0 && ', '}
          <code>{code}</code>
        </span>
      ))}
    </>
  );
}
