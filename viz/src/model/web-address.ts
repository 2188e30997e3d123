/** Whether an address that a report gives may become a link: `javascript:` and the like may not. */
export const isWebAddress = (address: string | undefined): address is string =>
  address !== undefined && /^https?:\/\//i.test(address);
