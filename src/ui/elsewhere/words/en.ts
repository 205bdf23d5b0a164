// English texts of taking runs elsewhere.
export default {
  images: 'Take the training images along',
  imagesHint: 'Without them, train.py is given IDX files or a folder of pictures.',
  make: 'Make the folder',
  making: 'Making the folder',
  saved: '{file} was saved ({size}). In it:',
  start: 'Unpack it, go into the folder, and start it:',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  failed: 'The folder could not be made',
  ways: {
    one: 'One process',
    processes: 'Several processes or graphics cards of one machine',
    machines: 'Several machines; HOST is one of them',
    slurm: 'SLURM',
    notebook: 'A notebook on a hosted graphics card',
  },
} as const;
