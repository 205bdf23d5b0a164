// Tells the trainer of a retrained classifier from others without fetching it.
import type { TaskTrainer } from '../../training/taskTrainer';
import { isNaming } from '../naming/namedMoment';
import type { RetrainTrainer } from './trainer';

/** Whether its network leaves, and names pictures that a person gives. */
export const isRetrained = (trainer: TaskTrainer): trainer is RetrainTrainer =>
  isNaming(trainer) && 'classifier' in trainer;
