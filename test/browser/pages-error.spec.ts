import { describePages } from './support/page-states';

describePages('error');
