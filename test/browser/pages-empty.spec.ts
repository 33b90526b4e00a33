import { describePages } from './support/page-states';

describePages('empty');
