import { describe, expect, it } from 'vitest';
import { linkPairs } from '../../core/linkPairs';
import { readLessonLink } from './lessonLink';

const KNOWN = ['first-digits', 'mode-collapse'];
const read = (query: string) => readLessonLink(linkPairs(query), KNOWN);
const reasonsOf = (query: string) => read(query).leftOut.map(({ reason }) => reason);

describe('readLessonLink', () => {
  it('takes a lesson that is there, and the language and the page’s own words beside it', () => {
    expect(read('lesson=first-digits&lang=de')).toEqual({ asked: 'first-digits', leftOut: [] });
    expect(read('')).toEqual({ asked: null, leftOut: [] });
  });

  it('mends what clings to a name, and lists it', () => {
    expect(read('lesson=first-digits).').asked).toBe('first-digits');
    expect(reasonsOf('lesson=first-digits).')).toEqual([
      'Lesson is "first-digits)."; "first-digits" of it was taken.',
    ]);
  });

  it('lists what is no lesson and no word of such a link', () => {
    expect(read('lesson=third-digits').asked).toBe('third-digits');
    expect(reasonsOf('lesson=third-digits')).toEqual(['There is no lesson named "third-digits".']);
    expect(reasonsOf('les9on=first-digits&batch=32')).toEqual([
      'A link to a lesson has no setting named "les9on"; did you mean lesson?',
      'A link to a lesson has no setting named "batch".',
    ]);
  });
});
