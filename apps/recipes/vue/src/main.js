import '@everycontact/web-component/define';
import { createApp } from 'vue';
import Case from './Case.vue';

createApp(Case).mount('#app');
