const spoken = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-selected': '', 'aria-disabled': '', 'aria-hidden': '' };

module.exports = { View: spoken, Image: { 'aria-label': '', 'aria-hidden': '' } };
