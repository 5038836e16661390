/** The names under which pages of services hold their list: those of Open Referral first, then of other APIs. */
export const listNames = ['contents', 'content', 'services', 'data', 'results', 'items'];
