// English texts of notes and stars.
export default {
  star: 'Star {name}',
  unstar: 'Take the star from {name}',
  note: 'Note',
  change: 'Change the note',
  title: 'Note on {name}',
  hint: 'In your own words, up to {most} characters. It is kept with the run, in the file that Export writes, too.',
  keep: 'Keep',
  cancel: 'Cancel',
} as const;
