export { processFilesContract, type OpenStore } from './process-files-contract';
