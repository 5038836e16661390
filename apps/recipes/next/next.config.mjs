/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Nobody is asked while building whether there is a newer version: such a reminder can stop a build.
  experimental: { agentUpgrade: false },
};
