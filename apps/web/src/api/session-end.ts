let isOver = false;
const listeners = new Set<() => void>();

/** Whether an answer said that nobody is signed in any more. The shell listens. */
export const sessionEnd = {
  isOver: (): boolean => isOver,
  tell(value: boolean): void {
    isOver = value;
    listeners.forEach((listener) => listener());
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
