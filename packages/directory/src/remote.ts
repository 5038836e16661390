// Another server's list as a directory, on a page too: without the readers of files.
export {
  openReferralDirectory,
  type OpenReferralOptions,
  type RemoteDirectory,
  type RemoteReading,
} from './remote/open-referral-directory.js';
