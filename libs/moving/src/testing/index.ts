export { everyEvent, MovingBench, withoutPositions } from './moving';
