// Finds what assistive technology would: by role and name. Runs in the page, so it holds everything that it uses; what it
// found is marked, so that the driver can press it by a selector. Names are simpler than the standard has them: labels by
// id, `aria-label`, the field's label, else its text. https://www.w3.org/TR/accname-1.2/

export const ROLES = {
  button: 'button, [role=button]',
  link: 'a[href]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select',
  textbox: 'input:not([type]), input[type=text], textarea',
  heading: 'h1, h2, h3, h4',
  region: 'section, [role=region]',
  article: 'article',
  img: 'img, canvas, [role=img]',
  dialog: 'dialog[open], [role=dialog]',
  alert: '[role=alert]',
} as const;

export type Role = keyof typeof ROLES;

/** Where the driver finds what was found last. */
export const FOUND = '[data-story-found]';

/**
 * Marks the first element that is shown and bears this name.
 * @param pattern a regular expression's source
 * @returns its text and value, or null when there is none
 */
export function markFound(
  candidates: string,
  pattern: string,
): { text: string; value: string; disabled: boolean; attributes: Record<string, string> } | null {
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby');
    const byIds = ids?.split(' ').map((id) => tidy(document.getElementById(id)?.textContent));
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const byLabels = labels.map((label) => tidy(label.textContent)).join(' ');
    return byIds?.join(' ') || element.getAttribute('aria-label') || byLabels || tidy(element.textContent);
  };
  for (const old of document.querySelectorAll('[data-story-found]')) old.removeAttribute('data-story-found');
  const wanted = new RegExp(pattern);
  for (const element of document.querySelectorAll(candidates)) {
    if (element.getClientRects().length === 0 || !wanted.test(nameOf(element))) continue;
    element.setAttribute('data-story-found', '');
    const attributes: Record<string, string> = {};
    for (const { name, value } of element.attributes) attributes[name] = value;
    const value = 'value' in element ? String(element.value) : '';
    return { text: tidy(element.textContent), value, disabled: element.matches(':disabled'), attributes };
  }
  return null;
}
