// English texts about settings that a lesson link holds.
export default {
  stays: 'It stays as the lesson link set it',
  staysWhy: 'The lesson link that opened this page holds this setting.',
  staysThese: 'The lesson link that opened this page holds these settings: {names}.',
  hint: '“Open all controls” above lets you change everything.',
  stepsFixed: 'The run has taken all its steps',
  stepsFixedWhy: 'The lesson link holds their number, so it goes no further.',
  otherRun: 'This run has other settings than the lesson link',
  otherRunWhy: 'It can be looked at; Train begins a new run with the settings of the link.',
  otherLab: 'The lab has other settings than the lesson link',
  otherLabWhy: 'It can be looked at; its runs are not trained while the link holds the settings.',
  otherPlace: 'This lesson stays where it is',
  otherPlaceWhy: 'Its link holds what is learnt, which belongs to {place}.',
} as const;
