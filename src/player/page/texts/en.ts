// English texts of the page that Export writes. Values stand in braces.
const texts = {
  picture: 'The picture',
  newPicture: 'New picture',
  walk: 'Take a walk',
  stop: 'Stop',
  save: 'Save as PNG',
  whatItDraws: 'What it draws',
  whichDraws: 'Which generator draws',
  generator: 'Generator {number}',
  gallery: 'More pictures',
  galleryHelp: 'Choose one, and the picture turns into it.',
  others: 'Others',
  thumbnail: 'Picture {number}',
  sliders: 'Turn the numbers',
  slidersHelp:
    'Every picture is made of {count} random numbers. Move one and watch; those that change most come first.',
  number: 'Number {number}',
  all: 'All {count} numbers',
  fewer: 'Fewer numbers',
  about:
    'A neural network draws these pictures on this device. It learned from examples and makes everything up itself. Nothing is sent anywhere.',
  figures: '{width} × {height} pixels in {time} ms, by {runtime}',
  givenPicture: 'Your picture',
  madePicture: 'What the network makes of it',
  namedPicture: 'What the network sees',
  choosePicture: 'Choose a picture',
  pictureHelp: 'Or drop one on the page, or paste it. It stays on this device.',
  unreadPicture: '{name} is no picture that this browser can read. Take a PNG, JPEG or WebP file.',
  startCamera: 'Start the camera',
  stopCamera: 'Stop the camera',
  otherCamera: 'Other camera',
  cameraNone:
    'This browser gives the page no camera: browsers do so over HTTPS, and some to no page that was opened as a file. Pictures can be chosen everywhere.',
  cameraRefused: 'The camera was refused. Allow it in the browser or the system, and start it again.',
  cameraAsFile: 'Some browsers refuse it to every page that was opened as a file, and give it over HTTPS.',
  cameraMissing: 'This device has no camera. Choose a picture.',
  cameraBusy: 'The camera gives no picture: another program has it, or it was taken away. Start it again.',
  cameraFails: 'The camera does not start ({reason}).',
  liveFigures: '{width} × {height} pixels in {time} ms, {rate} frames a second, by {runtime}',
  aboutPictures:
    'A neural network works on your picture on this device. It learned from examples. Nothing is sent anywhere.',
  nameShare: '{name}: {share}',
  made: 'Made with Ganvas',
  broken: 'This page cannot draw',
  damaged: 'What is inside is damaged or cut off. Ask for the file once more.',
};
export default texts;

export type Texts = Readonly<Record<keyof typeof texts, string>>;
