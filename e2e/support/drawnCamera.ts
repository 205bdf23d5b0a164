// A camera for browsers that have none, as a script that runs before a page's own.

/** A camera that sees one colour after another. */
export function drawCamera(): void {
  Object.defineProperty(navigator, 'mediaDevices', {
    value: {
      enumerateDevices: () => Promise.resolve([{ kind: 'videoinput', deviceId: 'drawn', label: 'Drawn' }]),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      getUserMedia() {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [64, 64];
        const pen = canvas.getContext('2d');
        let at = 0;
        setInterval(() => {
          if (!pen) return;
          pen.fillStyle = `hsl(${(at += 25)} 80% 50%)`;
          pen.fillRect(0, 0, 64, 64);
        }, 40);
        return Promise.resolve(canvas.captureStream(25));
      },
    },
  });
}
