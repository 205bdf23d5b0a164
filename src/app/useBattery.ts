// Asks, once a run, whether to go on where the battery is low and not being charged. Only where the browser tells of its battery
// (https://www.w3.org/TR/battery-status/); nothing is slowed or stopped unasked.
import { onScopeDispose, watch } from 'vue';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { duration } from '../ui/numberFormat';
import { batteryOf, type Battery } from './battery';
import { words } from './words';

const LOW = 0.3;
/** A run that ends sooner is not worth a question. */
const LONG_SECONDS = 120;

export function useBattery(): void {
  const run = useRunStore();
  const notices = useNoticesStore();
  let battery: Battery | null = null;
  let asked: string | null = null;
  let gone = false;

  function look(): void {
    const { id = null } = run.run ?? {};
    const seconds = run.timeLeft ?? 0;
    if (!battery || battery.charging || battery.level > LOW || id === null || id === asked) return;
    if (run.state.status !== 'running' || seconds < LONG_SECONDS) return;
    asked = id;
    notices.say(
      words('battery.title'),
      words('battery.left', { level: Math.round(100 * battery.level), time: duration(seconds) }),
      words('battery.hint'),
      { label: words('battery.pause'), act: () => void run.pause() },
    );
  }

  void batteryOf(navigator).then((found) => {
    if (gone || !found) return;
    battery = found;
    found.addEventListener('levelchange', look);
    found.addEventListener('chargingchange', look);
    look();
  });
  watch(() => [run.state.status, run.timeLeft !== null], look);
  onScopeDispose(() => {
    gone = true;
    battery?.removeEventListener('levelchange', look);
    battery?.removeEventListener('chargingchange', look);
  });
}
