// What a link to a lesson says: which one. What is right is taken, the rest is listed with the reason; words of a lock are no part
// of it (core/pageLock).
import type { LinkPair } from '../../core/linkPairs';
import { shortJson } from '../../core/paramSpec';
import { chooseValue, MOST_GUESSES, nearestName, type LeftOut } from '../../core/readLink';
import { FLAG_NAMES } from '../../stores/address';

const NAME = 'lesson';

export interface LessonLink {
  /** As it is asked for, one that is not there too; null where none is. */
  readonly asked: string | null;
  readonly leftOut: readonly LeftOut[];
}

/**
 * @param pairs of the link without those of its lock, unchecked
 * @param known ids of what there is
 */
export function readLessonLink(pairs: readonly LinkPair[], known: readonly string[]): LessonLink {
  const given = pairs.filter(({ key, value }) => key === NAME && value !== '');
  const { value, leftOut } = chooseValue('Lesson', given, (id) =>
    known.includes(id) ? null : `There is no lesson named ${shortJson(id)}.`,
  );
  const unknown = pairs.filter(({ key }) => key !== NAME && !FLAG_NAMES.includes(key));
  return {
    asked: value ?? given.at(-1)?.value ?? null,
    leftOut: [
      ...leftOut.map((one) => ({ key: NAME, ...one })),
      ...unknown.map(({ key }, i): LeftOut => {
        const nearest = i < MOST_GUESSES ? nearestName(key, [NAME]) : null;
        const reason = `A link to a lesson has no setting named ${shortJson(key)}${nearest ? `; did you mean ${nearest}?` : '.'}`;
        return { key, reason, foreign: nearest === null };
      }),
    ],
  };
}
