// Says when the browser kept something from running in the page that is no part of it: markup that got in by a name or a
// link, or a script of an extension. Once for each kind; the browser's console has the details.
import { onScopeDispose } from 'vue';
import { useNoticesStore } from '../stores/noticesStore';
import { words } from './words';

/** Directives about what runs; what does not load is said by whoever asked for it. */
const ABOUT_SCRIPTS = /^(script-src|require-trusted-types-for|trusted-types|object-src|base-uri|form-action)/;

export function useBlockedScripts(): void {
  const notices = useNoticesStore();
  const said = new Set<string>();

  function onViolation({ effectiveDirective, sample, blockedURI }: SecurityPolicyViolationEvent): void {
    if (!ABOUT_SCRIPTS.test(effectiveDirective) || said.has(effectiveDirective)) return;
    said.add(effectiveDirective);
    notices.say(
      words('notices.blocked'),
      words('notices.blockedWhat', {
        what: `${effectiveDirective}: ${(sample || blockedURI).slice(0, 80)}`,
      }),
      words('notices.blockedHint'),
    );
  }

  document.addEventListener('securitypolicyviolation', onViolation);
  onScopeDispose(() => document.removeEventListener('securitypolicyviolation', onViolation));
}
