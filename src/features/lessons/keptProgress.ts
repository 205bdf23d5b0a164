// Progress in the lessons as it lies on the device: read without trust, since other versions and people write there too.
export interface LessonProgress {
  /** What was measured when a goal was reached, by its id. */
  readonly goals: Readonly<Record<string, number>>;
  /** What the person wrote down. */
  readonly notes: string;
}

export type AllProgress = Readonly<Record<string, LessonProgress>>;

const KEY = 'ganvas-lessons';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readOne(value: unknown): LessonProgress | null {
  if (!isRecord(value)) return null;
  const goals = isRecord(value.goals) ? Object.entries(value.goals) : [];
  const numbers = goals.flatMap(([id, found]) =>
    typeof found === 'number' && Number.isFinite(found) ? [[id, found] as const] : [],
  );
  return { goals: Object.fromEntries(numbers), notes: typeof value.notes === 'string' ? value.notes : '' };
}

/** What of it is readable; nothing where the text is none of ours. */
export function readProgress(text: string | null): AllProgress {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    if (!isRecord(found)) return {};
    return Object.fromEntries(
      Object.entries(found).flatMap(([id, value]) => {
        const one = readOne(value);
        return one ? [[id, one] as const] : [];
      }),
    );
  } catch {
    return {};
  }
}

export function keptProgress(): AllProgress {
  try {
    return readProgress(localStorage.getItem(KEY));
  } catch {
    return {};
  }
}

/** @returns whether the browser kept it */
export function keepProgress(progress: AllProgress): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
    return true;
  } catch {
    return false;
  }
}

/** Calls whenever another tab has written. @returns what ends it */
export function onProgressElsewhere(heard: (kept: AllProgress) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent): void => {
    if (key === KEY) heard(readProgress(newValue));
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
