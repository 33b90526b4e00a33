import { useEffect, useState } from 'react';

const PATIENCE = 300;

/** Keeps the place of what is coming, and says so after a moment: a spinner alone says nothing. */
export function Loading() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status">
      {isLong ? 'Chargement…' : ''}
    </div>
  );
}
