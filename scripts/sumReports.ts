// Prints one line `N passed, N failed, N skipped` over every report of a whole test run; fails when one failed or lacks.
import { sumReports, tallyLine } from './reports';

const total = sumReports(['unit', 'browser', 'e2e', 'others', 'static']);
console.log(tallyLine(total));
process.exit(total.failed > 0 ? 1 : 0);
