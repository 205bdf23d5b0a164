// What stands above an error, as a person would say it. Classes that need words of their own are listed; the others share
// the words of their kind. Never a class name.

/** By the name of the class. */
const TITLES: Readonly<Record<string, string>> = {
  AutomationError: 'The script cannot go on',
  BackendLostError: 'The graphics device was lost',
  BackendUnavailableError: 'This backend does not work here',
  BoardModelError: 'The board cannot run this model',
  BoardRefusedError: 'The board refused',
  BoardUnreachableError: 'The board does not answer',
  CheckpointMismatchError: 'The saved weights do not fit',
  DatasetUnavailableError: 'The data set is not there',
  DownloadError: 'A download failed',
  ExportDiffersError: 'The written file draws something else',
  GeneratorLostError: 'The generator was lost',
  IncompatibleSettingsError: 'These settings do not go together',
  InvalidValueError: 'A value does not fit',
  NewerFormatError: 'A later version wrote this file',
  NoRealImagesError: 'There are no real images',
  NotAChainError: 'This network has branches',
  NotAGeneratorError: 'This model draws no pictures',
  NotOpenError: 'Nothing is open',
  NotTrainableError: 'This run cannot be trained',
  PagePartError: 'A part of the page did not load',
  RunFailedError: 'The run failed',
  RunInUseError: 'Another tab has this run open',
  RunMisfitError: 'The saved weights do not fit',
  RunSettingsError: 'Settings of the run do not fit',
  SavedRunsGoneError: 'Saved runs were removed',
  StorageFullError: 'The device is full',
  TooLargeSettingsError: 'These settings do not fit the memory',
  TrainingDivergedError: 'Training left all bounds',
  UnfinishedRunError: 'This run is not finished',
  UnknownRunError: 'This run is not here',
  UnlabelledDataError: 'The data has no labels',
  UnsupportedBrowserError: 'This browser cannot do that',
  UnsupportedLayerError: 'A layer is not known here',
  UnsupportedModelError: 'This model cannot be used for that',
  WorkerLostError: 'Training stopped by accident',
};

/** By what a name holds, the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(RangeError|EngineOutOfMemoryError|Oversized.*)$/, 'There is not enough memory'],
  [/^(Security|NotAllowed)/, 'The browser did not allow it'],
  [/^(Quota|Storage)/, 'The device is full'],
  [/Damaged|FileError|Unreadable/, 'A file cannot be read'],
  [/Foreign/, 'This is another kind of file'],
  [/^Engine|Kernel|Gpu/, 'The engine failed'],
  [/Runtime|LiteRt|LayersModel|Module/, 'A part of the page did not work'],
  [/Data/, 'The data does not fit'],
];

/** @param name of an error's class, `DatasetFileError`; without a full stop at its end */
export const errorTitle = (name: string): string =>
  (Object.hasOwn(TITLES, name) ? TITLES[name] : undefined) ??
  KINDS.find(([pattern]) => pattern.test(name))?.[1] ??
  'Something did not work';
