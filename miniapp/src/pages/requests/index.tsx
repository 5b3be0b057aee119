import { View } from '@tarojs/components';

export default function Page() {
  return <View>报事</View>;
}
