// English texts about the page that is kept on the device.
export default {
  title: 'Without a network',
  kept: 'This page opens without a network. What you use once is kept, runs and data sets too. Your browser can also install it as an app.',
  starting: 'The page is being kept on this device…',
  off: 'The page is not kept on this device: it needs the network each time. Saved runs stay.',
  impossible:
    'This browser keeps no page here: over plain HTTP, in a private window or in a frame it may not. With the network everything works.',
  whole: 'All of it is here: {size}.',
  part: '{size} of {all} are here: what every visit needs, and what you used.',
  fetching: 'Fetching all of the page',
  fetchAll: 'Fetch all for a trip ({size})',
  remove: 'Keep nothing of the page',
  keep: 'Keep the page on this device',
  problem: 'Not all could be fetched: {reason}',
} as const;
