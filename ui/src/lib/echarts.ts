import { BarChart, CustomChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  BrushComponent, GridComponent, MarkLineComponent, TooltipComponent, VisualMapComponent,
} from 'echarts/components';
import { init, use as register, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// What is missing here fails when a chart is drawn, not when it is compiled.
register([
  BarChart, CustomChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart,
  GridComponent, TooltipComponent, MarkLineComponent, VisualMapComponent, BrushComponent, CanvasRenderer,
]);

export { init };
export type { ECharts, EChartsCoreOption };
