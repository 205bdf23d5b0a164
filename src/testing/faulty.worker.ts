// The training worker on a machine that fails on request.
import './faults';
import '../worker/door';
