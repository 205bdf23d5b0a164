// German texts of the catalogue, by the English text.
import charts from './charts';
import datasets from './datasets';
import formats from './formats';
import lab from './lab';
import models from './models';
import settings from './settings';
import taskSettings from './taskSettings';
import tasks from './tasks';

export default {
  ...datasets,
  ...models,
  ...tasks,
  ...taskSettings,
  ...settings,
  ...formats,
  ...charts,
  ...lab,
};
