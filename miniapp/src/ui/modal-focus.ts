/** In WeChat a sheet covers the page and the system keeps the focus; on the web see `modal-focus.h5.ts`. */
export const useModalFocus = (_open: boolean, _onClose: () => void): { readonly id: string } => ({
  id: 'modal',
});
