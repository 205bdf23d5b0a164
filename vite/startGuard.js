// Stands inside both pages, before everything else, and says why a page does not start: it works when no other file
// does. Plain JavaScript for any browser; nothing is imported, and nothing of it is left once the page is there. The
// build puts its text into the pages, and its hash into the policy (vite/pageHeaders).
(function () {
  'use strict';
  // Servers that answer every address with one page answer so for /kiosk without its slash; addresses count from /kiosk/.
  if (/\/kiosk$/.test(location.pathname)) {
    location.replace(location.pathname + '/' + location.search + location.hash);
    return;
  }
  /** A kiosk has nobody who would reload it: a board may lack a file of the page until it is installed again. */
  var isKiosk = document.documentElement.hasAttribute('data-kiosk');
  var RETRY_MS = 10000;

  function reasonFor(file, message, type) {
    if (location.protocol === 'file:') {
      return [
        'This page was opened as a file. Browsers load its parts only from a web server.',
        'In the folder of the project run npm start and open the address that it prints, or put the built folder dist on any web server.',
      ];
    }
    if (self.origin === 'null') {
      return [
        'This page stands in a frame that takes its origin away (a sandbox without allow-same-origin), so it may load none of its parts.',
        'Open it by itself: ' + location.href,
      ];
    }
    if (type) {
      return [
        'The server says of ' +
          decodeURI(new URL(file).pathname) +
          ' that it is ' +
          type +
          ', and browsers run nothing of that type.',
        'Let it send .js files as text/javascript and .wasm files as application/wasm.',
      ];
    }
    if (file) {
      return [
        'A file of this page is missing: ' + decodeURI(new URL(file).pathname) + '.',
        isKiosk
          ? 'Install the page on the board again.'
          : 'Reload the page. If it stays away, the page was put on its server in part: build it and copy it whole.',
      ];
    }
    return [
      'This browser cannot run the page: ' + (message || 'it gives no reason') + '.',
      'Update the browser, or open the page in a current Chrome, Edge, Firefox or Safari.',
    ];
  }

  function say(file, message, type) {
    var app = document.getElementById('app');
    if (!app) {
      addEventListener('DOMContentLoaded', function () {
        say(file, message, type);
      });
      return;
    }
    if (app.firstChild) return; // it runs, or the reason stands there already
    var box = document.createElement('div');
    box.setAttribute('role', 'alert');
    box.style.cssText = 'max-width:40em;margin:0 auto;padding:1.5em;font:18px/1.5 system-ui,sans-serif';
    if (isKiosk) box.style.cssText += ';font-size:max(18px,4vmin);color:#ffb4a8';
    var lines = ['Ganvas cannot start'].concat(reasonFor(file, message, type));
    if (isKiosk) lines.push('This page tries again every ten seconds.');
    for (var i = 0; i < lines.length; i++) {
      var line = document.createElement(i === 0 ? 'h1' : 'p');
      line.style.cssText = (i === 0 ? 'font-size:1.4em;' : '') + 'margin:0 0 .6em;overflow-wrap:anywhere';
      line.textContent = lines[i];
      box.appendChild(line);
    }
    app.appendChild(box);
    if (isKiosk) {
      setTimeout(function () {
        location.reload();
      }, RETRY_MS);
    }
  }

  /** A script that did not load: it is missing, or the server gives it a type that no script has. */
  function sayWhy(file) {
    if (location.protocol === 'file:' || self.origin === 'null' || !self.fetch) return say(file, '');
    fetch(file, { cache: 'force-cache' }).then(
      function (answer) {
        var type = answer.headers.get('Content-Type') || 'of no type';
        say(file, '', answer.ok && !/javascript|ecmascript/.test(type) ? type : '');
      },
      function () {
        say(file, '');
      },
    );
  }

  addEventListener(
    'error',
    function (event) {
      var part = event.target;
      if (part === window) say('', event.message);
      else if (part.src) sayWhy(part.src);
      else if (part.rel === 'stylesheet') say(part.href, '');
    },
    true,
  );
  addEventListener('unhandledrejection', function (event) {
    say('', String((event.reason && event.reason.message) || event.reason));
  });
  if (!('noModule' in document.createElement('script'))) say('', 'it knows no modules');
})();
