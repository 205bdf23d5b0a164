// The trained evaluators that come with the page, and which data sets each can judge. Their weights lie in
// public/models, made by `npm run train:evaluator`.

export interface TrainedEvaluator {
  /** Name of the files in `models/`, without `.json` and `.bin`. */
  readonly file: string;
  /** What it is, for people. */
  readonly label: string;
  /** Ids of the data sets whose images it knows. */
  readonly datasets: readonly string[];
  readonly shape: readonly [number, number, number];
  readonly classNames: readonly string[];
}

export const TRAINED_EVALUATORS: readonly TrainedEvaluator[] = [
  {
    file: 'evaluator-mnist',
    label: 'classifier trained on MNIST',
    datasets: ['mnist', 'synthetic-digits'],
    shape: [28, 28, 1],
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  },
  {
    file: 'evaluator-fashion-mnist',
    label: 'classifier trained on Fashion-MNIST',
    datasets: ['fashion-mnist'],
    shape: [28, 28, 1],
    classNames: [
      'T-shirt or top',
      'Trouser',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Sneaker',
      'Bag',
      'Ankle boot',
    ],
  },
];
