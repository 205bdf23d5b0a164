// The data sets that can be chosen, in the order in which they are offered. One line each.
import type { DatasetDefinition } from './define';
import { fashionMnist } from './fashionMnist';
import { imageFolder, ownStyles } from './imageFolder';
import { mnist } from './mnist';
import { imageDomains, imagePairs } from './ownDomains';
import { readyPairs } from './pairs/readyPairs';
import { drawnPoints } from './points/drawnPoints';
import { pointDatasets } from './points/pointDatasets';
import { contentAndStyle } from './contentAndStyle';
import { drawnScenes } from './style/drawnScenesDataset';
import { sceneAndPattern } from './style/sceneAndPattern';
import { syntheticDigits } from './syntheticDigitsDataset';

export const datasets: readonly DatasetDefinition[] = [
  syntheticDigits,
  mnist,
  fashionMnist,
  imageFolder,
  drawnScenes,
  ...readyPairs,
  imageDomains,
  imagePairs,
  sceneAndPattern,
  contentAndStyle,
  ownStyles,
  ...pointDatasets,
  drawnPoints,
];
