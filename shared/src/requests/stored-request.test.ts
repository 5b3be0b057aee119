import { readStoredRequest, storedForm, titleOf } from './stored-request';
import { newRequest } from './request-for-tests';

it('cuts a long title between characters, so that the request can be read again', () => {
  const placeName = `小区 ${'a'.repeat(53)}𠮷𠮷𠮷`;
  expect(titleOf('lighting', placeName)).toBe(`照明 · ${'a'.repeat(53)}𠮷`);
  expect(titleOf('lighting', `小区 ${'a'.repeat(54)}𠮷`)).toBe(`照明 · ${'a'.repeat(54)}`);
  const request = newRequest(Date.UTC(2026, 10, 23));
  const spot = { ...request.spot, placeName: `小区 ${'a'.repeat(54)}𠮷` };
  expect(readStoredRequest(request.id, storedForm({ ...request, spot }))?.title).toBe(`照明 · ${'a'.repeat(54)}`);
});
