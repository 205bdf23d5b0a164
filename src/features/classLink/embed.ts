// The HTML that shows a link in a page of a course. The frame asks for what training needs: threads where the course page is
// isolated itself, and the whole screen. Pure.

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const embedSnippet = (link: string, title: string): string =>
  `<iframe src="${escaped(link)}" title="${escaped(title)}" width="100%" height="800" ` +
  `allow="cross-origin-isolated; fullscreen" allowfullscreen style="border: 0"></iframe>`;
