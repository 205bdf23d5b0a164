// German texts that the kiosk and the page share, by the English text.
import devices from './devices';
import modelFiles from './modelFiles';

export default { ...modelFiles, ...devices };
