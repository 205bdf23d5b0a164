// The one script that stands in the page as text: unpacks the page's script, which takes half the room that way, and lets it run.
// The policy names both by hash, so that what was unpacked is what was built.
import { inflateSync } from 'fflate';
import { fromSevenBits } from '../../core/sevenBits';

const packed = document.getElementById('script')?.textContent ?? '';
const script = document.createElement('script');
script.textContent = new TextDecoder().decode(inflateSync(fromSevenBits(packed)));
document.body.append(script);
