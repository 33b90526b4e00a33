export { landlordFilesContract } from './landlord-files-contract';
export { processFilesContract } from './process-files-contract';
