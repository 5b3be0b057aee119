/**
 * `@tarojs/components` on the web: plain HTML elements in place of Taro's web components, which hide their
 * inputs from labels and screen readers and weigh more than our whole first screen. The build (and the tests)
 * put this module in their place; only what the app uses is here.
 */
export { Image, type ImageProps } from './image';
export { Input, Textarea, type InputProps } from './inputs';
export { Picker } from './picker';
export { ScrollView } from './scroll-view';
export { Button, Text, View } from './boxes';
