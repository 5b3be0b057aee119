const name = { 'aria-label': '' };
const spoken = {
  ...name,
  'aria-role': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-hidden': '',
};

module.exports = {
  View: spoken,
  Image: { ...name, 'aria-hidden': '' },
  Input: name,
  Textarea: name,
  Button: name,
};
