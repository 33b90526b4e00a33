import { leasesContract } from '../testing';
import { inProcessLeases } from './in-process';

leasesContract('The process itself', inProcessLeases);
