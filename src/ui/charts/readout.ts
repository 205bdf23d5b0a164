// The figures beside a chart's title: at the cursor, else the last ones.
import { measured } from '../numberFormat';
import { words } from '../words';
import { pointsOf, seriesOf, type ChartDefinition, type ChartRecord } from './define';
import { indexAt } from './lines';

/** @returns null where nothing has been drawn yet; else a text for each line */
export function readoutAt(
  definition: ChartDefinition,
  record: ChartRecord,
  at: number | null,
): { readonly step: number; readonly values: readonly string[] } | null {
  const steps = pointsOf(definition, record);
  if (steps.length === 0) return null;
  const index =
    at === null
      ? steps.length - 1
      : indexAt(
          steps.map((point) => point.step),
          at,
        );
  const values = seriesOf(definition, record, index, index + 1);
  const shown = values.map((line) => measured(line.values[0], definition.yUnit));
  const [drawn, wanted] = values.map((line) => line.values[0]);
  if (definition.yUnit === 'count' && Number.isFinite(drawn) && Number.isFinite(wanted))
    shown[0] = words('chart.of', { part: shown[0], all: shown[1] });
  return { step: steps[index].step, values: shown };
}
