import { describe, expect, it } from 'vitest';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import type { LiveSettings } from '../core/runParams';
import { FAKE_CATALOGUE } from '../testing/fakeCatalogue';
import { carryLiveSettings } from './liveSettings';

const start = readRunConfig({}, FAKE_CATALOGUE);

/** A worker that answers when it is told to. */
function slowRun() {
  const sent: LiveSettings[] = [];
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let id: string | null = 'first';
  let config: RunConfig = start;
  const carrier = carryLiveSettings({
    runId: () => id,
    send: (changes) => {
      sent.push(changes);
      return new Promise((resolve, reject) => {
        answers.push({ resolve: () => resolve({ ...config, ...changes }), reject });
      });
    },
    confirm: (next) => (config = next),
  });
  const answer = async (i: number) => {
    answers[i].resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { carrier, sent, answers, answer, config: () => config, open: (next: string | null) => (id = next) };
}

describe('carryLiveSettings', () => {
  it('sends at once, then all that changed meanwhile in one request', async () => {
    const { carrier, sent, answer, config } = slowRun();
    const done = carrier.carry({ batch: 8 });
    void carrier.carry({ batch: 16 });
    void carrier.carry({ batch: 64, learningRateG: 0.5 });
    expect(sent).toEqual([{ batch: 8 }]);
    expect(carrier.underWay.value).toEqual(['batch', 'learningRateG']);
    await answer(0);
    expect(sent).toEqual([{ batch: 8 }, { batch: 64, learningRateG: 0.5 }]);
    await answer(1);
    await done;
    expect(config()).toMatchObject({ batch: 64, learningRateG: 0.5 });
    expect(carrier.underWay.value).toEqual([]);
  });

  it('hands on why the run refused, and is ready for the next change', async () => {
    const { carrier, sent, answers, answer } = slowRun();
    const refused = carrier.carry({ batch: 7 });
    answers[0].reject(new RangeError('not 7'));
    await expect(refused).rejects.toThrow('not 7');
    expect(carrier.underWay.value).toEqual([]);
    void carrier.carry({ batch: 8 });
    expect(sent).toHaveLength(2);
    await answer(1);
  });

  it('brings nothing that was meant for one run into another', async () => {
    const { carrier, sent, answer, config, open } = slowRun();
    const done = carrier.carry({ batch: 8 });
    void carrier.carry({ batch: 16 });
    open('second');
    await answer(0);
    await done;
    expect(sent).toEqual([{ batch: 8 }]);
    expect(config()).toEqual(start);
    open(null);
    await carrier.carry({ batch: 32 });
    expect(sent).toHaveLength(1);
  });

  it('takes a change for the next run while the answer of the last one is out', async () => {
    const { carrier, sent, answer, config, open } = slowRun();
    void carrier.carry({ batch: 8 });
    open('second');
    const done = carrier.carry({ learningRateG: 0.25 });
    await answer(0);
    expect(sent).toEqual([{ batch: 8 }, { learningRateG: 0.25 }]);
    await answer(1);
    await done;
    expect(config()).toMatchObject({ batch: start.batch, learningRateG: 0.25 });
  });
});
