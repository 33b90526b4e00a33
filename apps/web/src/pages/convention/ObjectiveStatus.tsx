import { Status } from '../../parts/Status';
import { stateOf, type Objective } from './objective-words';

export function ObjectiveStatus({ line }: { line: Objective }) {
  const { kind, text } = stateOf(line);
  return <Status kind={kind}>{text}</Status>;
}
