// Stands inside both pages, before everything else, and says why a page does not start: it works when no other file
// does. Plain JavaScript for any browser; nothing is imported, and nothing of it is left once the page is there. The
// build puts its text into the pages, and its hash into the policy (vite/pageHeaders). It speaks every language of the page.
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

  /** What is said, by language: nothing can be fetched. Values stand in braces. */
  var TEXTS = {
    en: {
      title: 'Ganvas cannot start',
      asFile: 'This page was opened as a file. Browsers load its parts only from a web server.',
      serve:
        'In the folder of the project run npm start and open the address that it prints, or put the built folder dist on any web server.',
      framed:
        'This page stands in a frame that takes its origin away (a sandbox without allow-same-origin), so it may load none of its parts.',
      alone: 'Open it by itself: {address}',
      type: 'The server says of {file} that it is {type}, and browsers run nothing of that type.',
      noType: 'of no type',
      types: 'Let it send .js files as text/javascript and .wasm files as application/wasm.',
      missing: 'A file of this page is missing: {file}.',
      install: 'Install the page on the board again.',
      reload:
        'Reload the page. If it stays away, the page was put on its server in part: build it and copy it whole.',
      cannot: 'This browser cannot run the page: {reason}.',
      noReason: 'it gives no reason',
      noModules: 'it knows no modules',
      update: 'Update the browser, or open the page in a current Chrome, Edge, Firefox or Safari.',
      again: 'This page tries again every ten seconds.',
    },
    de: {
      title: 'Ganvas kann nicht starten',
      asFile: 'Diese Seite wurde als Datei geöffnet. Browser laden ihre Teile nur von einem Webserver.',
      serve:
        'Im Ordner des Projekts npm start ausführen und die ausgegebene Adresse öffnen, oder den gebauten Ordner dist auf einen beliebigen Webserver legen.',
      framed:
        'Diese Seite steht in einem Rahmen, der ihr den Ursprung nimmt (sandbox ohne allow-same-origin), und darf deshalb keinen ihrer Teile laden.',
      alone: 'Für sich allein öffnen: {address}',
      type: 'Der Server nennt {file} {type}, und von diesem Typ führen Browser nichts aus.',
      noType: 'ohne Typ',
      types: '.js-Dateien müssen als text/javascript und .wasm-Dateien als application/wasm kommen.',
      missing: 'Eine Datei dieser Seite fehlt: {file}.',
      install: 'Die Seite auf dem Board neu installieren.',
      reload:
        'Die Seite neu laden. Fehlt die Datei weiterhin, liegt nur ein Teil der Seite auf dem Server: neu bauen und vollständig kopieren.',
      cannot: 'Dieser Browser kann die Seite nicht ausführen: {reason}.',
      noReason: 'er nennt keinen Grund',
      noModules: 'er kennt keine Module',
      update:
        'Den Browser aktualisieren oder die Seite in einem aktuellen Chrome, Edge, Firefox oder Safari öffnen.',
      again: 'Diese Seite versucht es alle zehn Sekunden erneut.',
    },
    es: {
      title: 'Ganvas no puede arrancar',
      asFile:
        'Esta página se abrió como archivo. Los navegadores solo cargan sus partes desde un servidor web.',
      serve:
        'En la carpeta del proyecto, ejecuta npm start y abre la dirección que muestra, o pon la carpeta construida dist en cualquier servidor web.',
      framed:
        'Esta página está en un marco que le quita su origen (sandbox sin allow-same-origin), y no puede cargar ninguna de sus partes.',
      alone: 'Ábrela por separado: {address}',
      type: 'El servidor dice que {file} es {type}, y los navegadores no ejecutan nada de ese tipo.',
      noType: 'sin tipo',
      types: 'Debe enviar los archivos .js como text/javascript y los .wasm como application/wasm.',
      missing: 'Falta un archivo de esta página: {file}.',
      install: 'Instala de nuevo la página en la placa.',
      reload:
        'Recarga la página. Si sigue faltando, en el servidor solo hay una parte: constrúyela y cópiala entera.',
      cannot: 'Este navegador no puede ejecutar la página: {reason}.',
      noReason: 'no da ninguna razón',
      noModules: 'no conoce los módulos',
      update: 'Actualiza el navegador, o abre la página en un Chrome, Edge, Firefox o Safari actual.',
      again: 'Esta página lo intenta de nuevo cada diez segundos.',
    },
    zh: {
      title: 'Ganvas 无法启动',
      asFile: '此页面是作为文件打开的。浏览器只能从网页服务器加载它的各个部分。',
      serve:
        '请在项目文件夹中运行 npm start 并打开它显示的地址，或把构建好的 dist 文件夹放到任意网页服务器上。',
      framed: '此页面所在的框架去掉了它的来源（sandbox 没有 allow-same-origin），因此无法加载任何部分。',
      alone: '请单独打开：{address}',
      type: '服务器说 {file} 的类型是 {type}，浏览器不运行这种类型。',
      noType: '无类型',
      types: '请让服务器以 text/javascript 发送 .js 文件，以 application/wasm 发送 .wasm 文件。',
      missing: '此页面缺少一个文件：{file}。',
      install: '请在开发板上重新安装此页面。',
      reload: '请重新加载。如果仍然缺少，说明服务器上只有页面的一部分：请重新构建并完整复制。',
      cannot: '此浏览器无法运行本页面：{reason}。',
      noReason: '没有给出原因',
      noModules: '它不支持模块',
      update: '请更新浏览器，或用最新的 Chrome、Edge、Firefox 或 Safari 打开。',
      again: '此页面每十秒重试一次。',
    },
  };

  /** What the address asks for (`lang=de`), else the first language of the browser that there is. */
  function chosenLanguage() {
    var asked = /[?&]lang=([a-z]+)/i.exec(location.search + '&' + location.hash);
    var tags = (asked ? [asked[1]] : []).concat(navigator.languages || navigator.language || []);
    for (var i = 0; i < tags.length; i++) {
      var main = String(tags[i]).split('-')[0].toLowerCase();
      if (Object.prototype.hasOwnProperty.call(TEXTS, main)) return main;
    }
    return 'en';
  }
  var spoken = chosenLanguage();

  function text(key, values) {
    return TEXTS[spoken][key].replace(/\{(\w+)\}/g, function (gap, name) {
      return values[name];
    });
  }

  function reasonFor(file, message, type) {
    if (location.protocol === 'file:') return [text('asFile'), text('serve')];
    if (self.origin === 'null') return [text('framed'), text('alone', { address: location.href })];
    var path = file && decodeURI(new URL(file).pathname);
    if (type) return [text('type', { file: path, type: type }), text('types')];
    if (file) return [text('missing', { file: path }), text(isKiosk ? 'install' : 'reload')];
    return [text('cannot', { reason: message || text('noReason') }), text('update')];
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
    box.lang = spoken === 'zh' ? 'zh-Hans' : spoken;
    var lines = [text('title')].concat(reasonFor(file, message, type));
    if (isKiosk) lines.push(text('again'));
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
        var type = answer.headers.get('Content-Type') || text('noType');
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
  if (!('noModule' in document.createElement('script'))) say('', text('noModules'));
})();
